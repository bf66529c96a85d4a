"""How much and how many: numbers with unit, qualifier, measure, time and speaker."""
