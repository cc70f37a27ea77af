"""``python -m verifier`` is the same as ``verifier``."""

from verifier.cli.main import main

main()
