"""The frozen values and enumerations every other room speaks in."""
