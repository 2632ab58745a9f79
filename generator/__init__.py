"""The generator of an interview handbook: YAML under content/ becomes Markdown that MkDocs builds."""
