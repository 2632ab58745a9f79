"""What a large handbook costs: measured, beside other engines, and on paper."""
