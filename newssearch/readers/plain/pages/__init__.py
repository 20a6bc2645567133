"""Web pages that were copied whole, with their menus, lists and comments."""
