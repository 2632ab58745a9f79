"""What the tests run with: a browser, node, a yardstick for time, any text, the page of licences."""
