class UsageError(Exception):
    pass


error = UsageError
