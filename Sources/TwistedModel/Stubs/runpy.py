from effects import opens, unknown


def run_path(path_name, init_globals=None, run_name=None):
    opens(path_name, "reads")
    return unknown("a file that is not followed")
