"""The MkDocs adapter, the only module that imports MkDocs: puts generated pages into the site."""

from __future__ import annotations

import logging
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files

from casebank.day import NO_DAY
from casebank.docs_pages import dressed
from casebank.download import NO_DOWNLOADS, Download, Downloads
from casebank.downloads.everything import load_downloads
from casebank.exports.dataset import dataset
from casebank.exports.picture_cards import PictureCard, picture_cards
from casebank.folders import BESIDE_DOCS
from casebank.forge import Forge
from casebank.loading import load
from casebank.outputs import outputs
from casebank.phrases import plural
from casebank.pictures import pictures_of, publishable
from casebank.problem import PrintError, ProblemsError
from casebank.publication import Publication
from casebank.schema_org import dataset_thing, on_page
from casebank.search_index import SearchIndexError, build_search_index
from casebank.site_links import SiteLinks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from casebank.book import Book

log = logging.getLogger("mkdocs.plugins.casebank")

DOCS = "docs"
"""The folder that MkDocs reads; paths of edit links are relative to it."""


class CasebankConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs' base has no types
    """What mkdocs.yml can set; the content folders lie beside it."""

    picture_cards = Type(bool, default=True)
    """Whether to draw a picture for each case and tool: a tenth of a second each."""

    downloads = Type(bool, default=True)
    """Whether to make the PDFs and all other files to take along."""


class CasebankPlugin(BasePlugin[CasebankConfig]):  # type: ignore[no-untyped-call]  # the same
    """Brings generated pages and data into MkDocs, and keeps contributed text from being run."""

    _is_preview = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is a preview, whose pages MkDocs gives a script of its own."""
        self._is_preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check all content before anything is written, and watch it."""
        root = _root(config)
        try:
            load(root)
        except ProblemsError as error:
            raise PluginError(
                f"{plural(len(error.problems), 'problem')} in the content:\n{error}"
            ) from None
        watched = [str(root / name) for name in BESIDE_DOCS if (root / name).is_dir()]
        config.watch.extend(path for path in watched if path not in config.watch)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a file for each output; an address that is taken already is an error."""
        root = _root(config)
        for file in [file for file in files if _is_of_the_theme(file, config)]:
            files.remove(file)
        for file in files:
            _refuse_link(file, Path(config.docs_dir))
        claimed = {file.dest_uri: file.src_uri for file in files}
        downloads = self.downloads(config)
        for output in outputs(load(root), downloads, publication(config)):
            file = File.generated(config, output.path, content=output.content)
            if output.source:
                file.edit_uri = f"../{output.source}"
            _claim(claimed, file)
            files.append(file)
        for made in (*downloads, *(self._cards(config) if self.config.picture_cards else ())):
            file = _as_it_is(made, config)
            _claim(claimed, file)
            files.append(file)
        for picture in publishable(root, pictures_of(load(root).cases)):
            file = File(picture, str(root), config.site_dir, config.use_directory_urls)
            _claim(claimed, file)
            files.append(file)
        return files

    def downloads(self, config: MkDocsConfig) -> Downloads:
        """Return the files to take along, made once for pages and macros; none if not wanted."""
        if not self.config.downloads:
            return NO_DOWNLOADS
        try:
            return load_downloads(_root(config), publication(config))
        except PrintError as error:
            raise PluginError(f"A document cannot be printed:\n{error}") from None

    def _cards(self, config: MkDocsConfig) -> Iterator[PictureCard]:
        fonts = Path(config.docs_dir, "assets/fonts")
        about = config.site_description or ""
        return picture_cards(load(_root(config)), fonts, config.site_name, about)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Note every address of the site and take the clock out of it: now all pages exist."""
        self._links = SiteLinks([_address(file) for file in files])
        self._filters: dict[str, dict[str, list[str]]] = {}
        for file in files.documentation_pages():
            if file.page:
                file.page.update_date = NO_DAY
        return nav

    @event_priority(100)
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Switch macros off in generated pages, before the macros plugin looks at them.

        A template expression in contributed text would be run; the check refuses it, and this makes
        it harmless even so.
        """
        if page.file.generated_by:
            page.meta["render_macros"] = False
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Turn site addresses into relative links, and note them."""
        here = _address(page.file)
        if not page.file.generated_by:
            html = _dressed(html, page, load(_root(config)))
        self._filters[here] = page.meta.get("filters", {"kind": ["Page"]})
        return self._links.relinked(html, here, page.file.src_uri)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Warn of links that lead nowhere, and tell the theme what it cannot know."""
        for fault in self._links.faults():
            log.warning(fault)
        env.globals["preview"] = self._is_preview
        env.globals["forge"] = Forge(config.repo_url) if config.repo_url else None
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Tell the theme what a page is made from, and what that of the dataset tells programs."""
        if page.meta.get("describes") == "dataset":
            book, site = load(_root(config)), publication(config)
            page.meta["linked_data"] = on_page(dataset_thing(book, site, dataset(book, site)))
        if page.file.edit_uri and not page.meta.get("redirect"):
            context["source"] = posixpath.normpath(f"{DOCS}/{page.file.edit_uri}")  # type: ignore[typeddict-unknown-key]  # MkDocs' own theme variables alone are typed
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Index the finished pages for the search, in a preview too."""
        addresses = [case.address for case in load(_root(config)).newest]
        try:
            build_search_index(Path(config.site_dir), addresses, self._filters)
        except SearchIndexError as error:
            raise PluginError(str(error)) from None


def _dressed(html: str, page: Page, book: Book) -> str:
    try:
        return dressed(html, page.meta, book)
    except KeyError as error:
        key = error.args[0]
        message = f"{page.file.src_uri}: '{key}' is the id of no source of the tools in 'cites'."
        raise PluginError(message) from None


def publication(config: MkDocsConfig) -> Publication:
    """Return name and address of the site, which printed pages show."""
    if not config.site_url:
        raise PluginError("Printed pages show the site's address: set site_url in mkdocs.yml.")
    return Publication(config.site_name, config.site_url)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent


def _is_of_the_theme(file: File, config: MkDocsConfig) -> bool:
    """Return whether a file is a style sheet or script of Material, which no page of ours loads."""
    installed = [folder for folder in config.theme.dirs if folder != config.theme.custom_dir]
    return file.src_dir in installed and file.src_uri.startswith("assets/")


def _refuse_link(file: File, docs: Path) -> None:
    """Stop at a symbolic link in docs/: MkDocs would publish whatever it leads to."""
    place = docs / file.src_uri
    if file.src_dir == str(docs) and place.resolve() != docs.resolve() / file.src_uri:
        raise PluginError(f"docs/{file.src_uri}: is a symbolic link. Put the file itself here.")


def _as_it_is(made: Download | PictureCard, config: MkDocsConfig) -> File:
    """Return a file to copy; MkDocs would make a page of a source that ends in `.md`."""
    source = f"{made.path}.txt" if made.path.endswith(".md") else made.path
    file = File.generated(config, source, content=made.content)
    file.dest_uri = made.path
    return file


def _address(file: File) -> str:
    return "/" if file.url == "./" else f"/{file.url}"


def _claim(claimed: dict[str, str], file: File) -> None:
    """Note the address of `file`; MkDocs itself would silently let the second page win."""
    if first := claimed.get(file.dest_uri):
        raise PluginError(
            f"The address /{file.url} is claimed by {first} and by a generated page. "
            "Rename one of the two."
        )
    claimed[file.dest_uri] = file.src_uri
