/* Swift's overlay of the C library names hypotf, which glibc has anew since 2.35: taken from there, it alone would keep the
   tools off systems with glibc 2.34 (RHEL 9). In double precision no square of a float is too large or lost. */
float hypotf(float x, float y) { return (float)__builtin_sqrt((double)x * x + (double)y * y); }
