"""MkDocs' doorbell: lets the generator write the pages before MkDocs looks for them."""

from generator.mkdocs_hook import on_config, on_pre_build, on_serve

__all__ = ["on_config", "on_pre_build", "on_serve"]
