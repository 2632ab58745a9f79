"""What is read of a handbook's files, and how its entries find one another."""
