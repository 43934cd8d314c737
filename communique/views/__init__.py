"""The windows: they ask and show, and compute nothing."""
