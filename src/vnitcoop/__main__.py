"""`python -m vnitcoop`."""

from vnitcoop.cli import main

main()
