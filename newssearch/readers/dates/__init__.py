"""When and where: dates, times, zones and datelines as printed."""
