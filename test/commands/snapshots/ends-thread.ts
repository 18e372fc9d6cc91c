// A loader that ends its thread, as a lack of memory does.
process.exit(1);
