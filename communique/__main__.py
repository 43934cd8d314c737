"""`python -m communique` is `communique`."""

from communique.views.cli import main

if __name__ == "__main__":
    main()
