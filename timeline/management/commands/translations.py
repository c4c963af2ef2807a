"""`translations`: bring the catalogues in step with the code, compile them, or say what is missing."""

from django.core.management.base import BaseCommand, CommandError

from timeline.management.catalogues import CODES, compiled, problems, source_of, update


class Command(BaseCommand):
    """Extract, update and compile; or only check."""

    help = (
        "Collect every message of the code and the templates into timeline/locale/, compile the catalogues, "
        "and list what is not translated yet."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="change nothing, only say what is wrong")

    def handle(self, *, check, **options):
        for code in () if check else CODES:
            update(code)
            source_of(code).with_suffix(".mo").write_bytes(compiled(code))
        wrong = [problem for code in CODES for problem in problems(code)]
        for problem in wrong:
            self.stdout.write(problem)
        if wrong:
            raise CommandError(f"{len(wrong)} things are wrong with the translations.")
        self.stdout.write("The translations are complete.")
