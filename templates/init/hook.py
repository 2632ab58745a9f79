"""MkDocs' doorbell: lets the generator write the pages before MkDocs looks for them."""

from generator.mkdocs_hook import (
    on_config,
    on_env,
    on_page_content,
    on_post_build,
    on_pre_build,
    on_serve,
    on_startup,
)

__all__ = ["on_config", "on_env", "on_page_content", "on_post_build", "on_pre_build", "on_serve", "on_startup"]
