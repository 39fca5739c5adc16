"""From a data folder to pages in `docs/` and to a finished site."""
