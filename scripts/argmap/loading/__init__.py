"""From the files of a data folder to the map, with everything that is wrong with their shape."""
