"""Prints the reference of all commands, docs/commands.md; a test holds the file to it.

python scripts/commands.py > docs/commands.md
"""

from __future__ import annotations

import click

from communique.views.cli.main import group

HEAD = "# Commands\n\nPrinted by `python scripts/commands.py`; settings are in the last section.\n"


def reference() -> str:
    """Every command's help, and every setting, as Markdown."""
    return "\n".join([HEAD, *_commands(group, "communique"), _settings()])


def _commands(command: click.Command, name: str, parent: click.Context | None = None) -> list[str]:
    shown = command.context_settings | {"max_content_width": 100, "terminal_width": 100}
    context = click.Context(command, info_name=name, parent=parent, **shown)
    parts = [f"## {context.command_path}\n\n```\n{command.get_help(context)}\n```\n"]
    if isinstance(command, click.Group):
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            assert found is not None
            parts += _commands(found, child, context)
    return parts


def _settings() -> str:
    from dataclasses import fields

    from communique.settings import Settings

    rows = [
        f"| `COMMUNIQUE_{f.name.upper()}` | `{f.default}` | {f.metadata['help']} |"
        for f in fields(Settings)
    ]
    head = "## Settings\n\n| variable | default | meaning |\n| --- | --- | --- |"
    return "\n".join([head, *rows])


if __name__ == "__main__":
    print(reference())
