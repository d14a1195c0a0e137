"""Tables, percentiles and result files."""

import json

from evals.report import commit_name, format_share, format_table, percentile, save_results


def test_a_table_is_aligned_left_then_right():
    table = format_table(["kind", "n"], [["figure", "7"], ["law", "12"]])
    assert table == "kind     n\n------  --\nfigure   7\nlaw     12"


def test_nothing_to_divide_by_is_not_zero():
    assert (format_share(0, 0), format_share(7, 8), percentile([], 50)) == ("-", "7/8  87.5%", None)


def test_percentiles_are_of_the_nearest_rank():
    values = [float(number) for number in range(1, 21)]
    assert (percentile(values, 50), percentile(values, 95), percentile([3.0], 95)) == (10.0, 19.0, 3.0)


def test_results_are_named_by_date_and_commit_and_leave_no_part_file(tmp_path):
    path = save_results("answers", {"correct": 0.5}, tmp_path)
    record = json.loads(path.read_text(encoding="utf-8"))
    assert record["correct"] == 0.5
    assert path.name == f"{record['measured'][:10]}-{record['commit'].rstrip('+')}-answers.json"
    assert [item.name for item in tmp_path.iterdir()] == [path.name]


def test_outside_git_the_commit_says_so(tmp_path):
    assert commit_name(tmp_path) == "nogit"
