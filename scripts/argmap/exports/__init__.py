"""The map in forms that leave the site, for people who cite and for programs."""
