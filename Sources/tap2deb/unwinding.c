/* The unwinder of the C compiler's library asks glibc for its tables by a function that is new in 2.35: it, too, would keep the
   tools off systems with glibc 2.34. There are no such tables in a tool (packaging/no-unwinding.ld), and it says so. */
int _dl_find_object(void *address, void *result) { (void)address; (void)result; return -1; }
