"""The generator's tests: claims that can be false, each named as a sentence."""
