from index.kept import Kept


class Store:
    def __init__(self):
        self.asked = []

    def read(self, ids):
        self.asked.append(list(ids))
        return {id: id.upper() for id in ids if id != "gone"}


def test_records_are_read_once_and_given_in_the_order_asked_for():
    store = Store()
    kept = Kept(store.read, 10, lambda: 0)
    assert list(kept(["b", "a"]).items()) == [("b", "B"), ("a", "A")]
    assert list(kept(["a", "c", "b"]).items()) == [("a", "A"), ("c", "C"), ("b", "B")]
    assert kept([]) == {} and store.asked == [["b", "a"], ["c"]]


def test_what_is_not_there_is_asked_for_again():
    store = Store()
    kept = Kept(store.read, 10, lambda: 0)
    assert kept(["gone", "a"]) == {"a": "A"} and kept(["gone"]) == {}
    assert store.asked == [["gone", "a"], ["gone"]]


def test_the_longest_unused_is_let_go():
    store = Store()
    kept = Kept(store.read, 2, lambda: 0)
    for ids in (["a", "b"], ["a"], ["c"], ["a"], ["b"]):
        kept(ids)
    assert store.asked == [["a", "b"], ["c"], ["b"]]


def test_more_records_than_are_kept_are_all_given():
    kept = Kept(Store().read, 2, lambda: 0)
    assert kept(["a", "b", "c"]) == {"a": "A", "b": "B", "c": "C"}


def test_what_was_taken_away_since_is_not_found():
    held, state = {"a": "A"}, [1]
    kept = Kept(lambda ids: {id: held[id] for id in ids if id in held}, 10, lambda: state[0])
    assert kept(["a"]) == {"a": "A"}
    held.clear()
    assert kept(["a"]) == {"a": "A"}
    state[0] = 2
    assert kept(["a"]) == {}
