"""From what a curator or another program wrote down elsewhere to a first draft of data files; knows no pages."""
