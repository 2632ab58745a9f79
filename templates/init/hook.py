"""MkDocs' doorbell: lets the generator write the pages before MkDocs looks for them."""

from generator.mkdocs_hook import (
    on_build_error,
    on_config,
    on_env,
    on_nav,
    on_page_content,
    on_page_markdown,
    on_post_build,
    on_pre_build,
    on_serve,
    on_startup,
)

__all__ = [
    "on_build_error",
    "on_config",
    "on_env",
    "on_nav",
    "on_page_content",
    "on_page_markdown",
    "on_post_build",
    "on_pre_build",
    "on_serve",
    "on_startup",
]
