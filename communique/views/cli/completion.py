"""`completion`: a script for the shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command(short_help="A script that completes commands with Tab.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print a script that lets SHELL complete commands and options.

    \b
    bash   eval "$(communique completion bash)"  in ~/.bashrc
    zsh    eval "$(communique completion zsh)"  in ~/.zshrc
    fish   communique completion fish > ~/.config/fish/completions/communique.fish
    """
    kind = get_completion_class(shell)
    assert kind is not None
    root = ctx.find_root().command
    click.echo(kind(root, {}, "communique", "_COMMUNIQUE_COMPLETE").source())
