# ruff: noqa: INP001 - no package: MkDocs loads it by its path
"""MkDocs' doorbell of the tiny handbook."""

from generator.mkdocs_hook import on_config, on_env, on_page_content, on_post_build, on_pre_build, on_serve, on_startup

__all__ = ["on_config", "on_env", "on_page_content", "on_post_build", "on_pre_build", "on_serve", "on_startup"]
