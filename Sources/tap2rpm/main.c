/* The arguments are main's: what else Swift offers reads them from /proc, which a plain chroot does not have. */
int runTool(const char *built, int count, char **words);

int main(int count, char **words) { return runTool("tap2rpm", count, words); }
