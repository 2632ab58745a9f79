"""What a reviewer is shown of a proposal."""
