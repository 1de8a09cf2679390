"""Variables of a file .env, which the environment has from here on."""
from effects import contents, opens, sets


def load_dotenv(dotenv_path=None, stream=None, verbose=False, override=False, interpolate=True, encoding="utf-8"):
    sets()
    opens(dotenv_path, "reads")
    return True


def dotenv_values(dotenv_path=None, stream=None, verbose=False, interpolate=True, encoding="utf-8"):
    opens(dotenv_path, "reads")
    return contents(dotenv_path)
