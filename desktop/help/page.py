"""The guide inside the app."""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QFont,
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QButtonGroup, QFrame, QTextBrowser

from desktop.desk import Desk
from desktop.help.guide import Topic, folder, topics
from desktop.help.topics import TopicButton
from desktop.language import tr
from desktop.ui.header import PageHeader
from desktop.ui.layout import column, panel, row
from desktop.ui.page import Page
from desktop.ui.theme import theme

LINE_WIDTH = 720
HEADING_POINTS = {1: 16.0, 2: 13.0}


class HelpPage(Page):
    """The guide: its topics at the left, one of them at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._topics = {topic.key: topic for topic in topics()}
        self.buttons: dict[str, TopicButton] = {}
        self.text = GuideText()
        self._group = QButtonGroup(self)
        side = column(gap=4)
        for topic in self._topics.values():
            side.addWidget(self._button(topic))
        side.addStretch(1)
        across = row(panel(side), self.text, gap=24, margins=(24, 16, 24, 16))
        across.setStretch(1, 1)
        self.setLayout(column(PageHeader(tr("Help")), panel(across), gap=0))
        theme().changed.connect(self._show_again)
        self.go_to(next(iter(self._topics)))

    def _button(self, topic: Topic) -> TopicButton:
        button = TopicButton(topic.title)
        button.toggled.connect(partial(self._on_chosen, topic.key))
        self._group.addButton(button)
        self.buttons[topic.key] = button
        return button

    def go_to(self, argument: str) -> None:
        """Show a topic by its key."""
        if argument in self.buttons:
            self.buttons[argument].setChecked(True)

    def arrive(self) -> None:
        checked = self._group.checkedButton()
        if checked is not None:
            checked.setFocus()

    def _on_chosen(self, key: str, on: bool) -> None:
        if on:
            self._show(key)

    def _show(self, key: str) -> None:
        self.text.show_topic(self._topics[key])

    def _show_again(self) -> None:
        for key, button in self.buttons.items():
            if button.isChecked():
                self._show(key)


class GuideText(QTextBrowser):
    """One topic, set in the app's own type and colours."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAccessibleName(tr("Guide"))
        self.setProperty("paper", "bg")

    def show_topic(self, topic: Topic) -> None:
        """Show the words and pictures of a topic."""
        document = QTextDocument(self)
        document.setDefaultFont(theme().font())
        document.setMarkdown(topic.text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        block = document.begin()
        while block.isValid():
            _set_type(block)
            block = block.next()
        _set_tables(document)
        self.setDocument(document)
        self._set_width()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_width()

    def _set_width(self) -> None:
        document = self.document()
        width = min(self.viewport().width(), theme().px(LINE_WIDTH))
        document.setTextWidth(width)
        block = document.begin()
        while block.isValid():
            self._show_pictures(document, block, width - 2 * round(document.documentMargin()))
            block = block.next()

    def _show_pictures(self, document: QTextDocument, block: QTextBlock, width: int) -> None:
        fragments = block.begin()
        while not fragments.atEnd():
            shape = fragments.fragment().charFormat()
            if shape.isImageFormat():
                picture = shape.toImageFormat()
                image = QImage(str(folder() / picture.name()))
                size = _picture_size(image.size(), width)
                if picture.width() == size.width():
                    return
                picture.setWidth(size.width())
                picture.setHeight(size.height())
                document.addResource(
                    QTextDocument.ResourceType.ImageResource.value, picture.name(), image
                )
                cursor = QTextCursor(block)
                cursor.setPosition(fragments.fragment().position())
                cursor.movePosition(
                    QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor
                )
                cursor.setCharFormat(picture)
                return
            fragments += 1


def _picture_size(whole: QSize, width: int) -> QSize:
    if whole.isEmpty():
        return QSize(1, 1)
    return whole.scaled(max(1, width), 10_000, Qt.AspectRatioMode.KeepAspectRatio)


def _set_type(block: QTextBlock) -> None:
    level = block.blockFormat().headingLevel()
    cursor = QTextCursor(block)
    if level:
        shape = QTextCharFormat()
        shape.setFont(theme().font(HEADING_POINTS.get(level, 12.0), QFont.Weight.Bold.value))
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.mergeCharFormat(shape)
    spaced = block.blockFormat()
    if cursor.currentTable() is None:
        spaced.setLineHeight(135, 1)
        spaced.setBottomMargin(theme().px(10 if block.textList() is None else 4))
        cursor.setBlockFormat(spaced)


def _set_tables(document: QTextDocument) -> None:
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            shape = frame.format()
            shape.setCellPadding(theme().px(6))
            shape.setCellSpacing(0)
            shape.setBorder(1)
            shape.setBorderCollapse(True)
            shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            shape.setBorderBrush(theme().colour("line"))
            frame.setFormat(shape)
