"""A stand-in for Ray in the tests of the driver."""

from unittest.mock import Mock


class Call:
    """What a submitted task that is no generator will answer."""

    def __init__(self, answer):
        self.answer = answer


class Fake:
    """The parts of Ray that the driver uses: a cluster of two CPUs that runs a task when its answer is read."""

    __version__ = "0.0.0"

    class Exceptions:
        class RayError(Exception):
            pass

    exceptions = Exceptions

    def __init__(self, deadly=()):
        """`deadly`: names of functions whose worker dies with their next task."""
        self.deadly = list(deadly)
        self.submitted = []
        self.most_open = 0
        self.cancelled = []

    def init(self, **_):
        pass

    def nodes(self):
        place = {"NodeManagerAddress": "10.0.0.1", "NodeManagerHostname": "host"}
        node = dict(place, NodeID="n", Resources={"CPU": 2.0}, Alive=True)
        return [node, dict(node, NodeID="dead", Alive=False)]

    def available_resources(self):
        return {"CPU": 2.0}

    def remote(self, **options):
        def prepared(function):
            def submit(*arguments):
                self.submitted.append((function.__name__, options))
                streams = options.get("num_returns") == "streaming"
                return self.stream(function, arguments) if streams else self.call(function, arguments)

            return Mock(remote=submit)

        return prepared

    def stream(self, function, arguments):
        if function.__name__ in self.deadly:
            self.deadly.remove(function.__name__)
            first = {"started": self.place()} if function.__name__ == "run_sequence" else {"node": "n", "ageMs": None}
            yield dict(first, at=0.0)
            yield self.exceptions.RayError("gone")
        else:
            yield from function(*arguments)

    def call(self, function, arguments):
        if function.__name__ in self.deadly:
            self.deadly.remove(function.__name__)
            return Call(lambda: self.exceptions.RayError("gone"))
        return Call(lambda: function(*arguments))

    def get(self, news):
        if isinstance(news, list):
            return [self.get(one) for one in news]
        news = news.answer() if isinstance(news, Call) else news
        if isinstance(news, Exception):
            raise news
        return news

    def wait(self, answers, num_returns, **_):
        self.most_open = max(self.most_open, len(answers))
        return answers[:num_returns], answers[num_returns:]

    def cancel(self, stream):
        self.cancelled.append(stream)

    def place(self):
        return {"node": "n", "worker": "w", "pid": 1, "host": "host", "nice": 0, "python": "3", "ageMs": 5.0}
