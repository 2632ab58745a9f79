"""My loop, and what an advert asks for: kept or not kept in this browser, and followed by the rest of the practice."""
