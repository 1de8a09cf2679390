from effects import opens, unknown


def ZipFile(file, mode="r", compression=0, allowZip64=True, compresslevel=None, *, strict_timestamps=True,
            metadata_encoding=None):
    opens(file, mode=mode)
    return unknown("an archive")
