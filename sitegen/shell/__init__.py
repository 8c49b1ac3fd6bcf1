"""The only code that touches files, the clock, processes and the network."""
