"""Records: JSON, tables, Parquet."""
