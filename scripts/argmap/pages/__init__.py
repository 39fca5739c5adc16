"""What readers see: a view and a template for each type of page."""
