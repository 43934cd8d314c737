"""How good it is: one scorer a task, all over what `communique inspect --json` prints."""
