"""Who is at work in a request, for what is written outside of any change that says so itself."""

from timeline.models import acting

READ_ONLY = {"GET", "HEAD", "OPTIONS"}


class Acting:
    """Name the signed-in user of a request that may write. Nobody else's session is looked at."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method in READ_ONLY:
            return self.get_response(request)
        with acting(request.user):
            return self.get_response(request)
