"""A debate's arguments, question by question, for and against side by side."""

from timeline.exports.places.arguments import ArgumentsPlace

from .debate_page import debate_page


@debate_page("arguments")
def arguments(view):
    """Every question with its arguments; where filters narrow, only questions in which one is used."""
    place = ArgumentsPlace(view)
    return {
        "heading": str(place.heading),
        "title": place.title,
        "sentence": place.sentence,
        "content": "_arguments.html",
        "cases": place.cases,
    }
