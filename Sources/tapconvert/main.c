/* The arguments are main's: what else Swift offers reads them from /proc, which a plain chroot does not have. */
int runTapconvert(int count, char **words);

int main(int count, char **words) { return runTapconvert(count, words); }
