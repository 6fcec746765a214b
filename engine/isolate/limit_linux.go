package isolate

import "syscall"

// limitProcess has the kernel hold the child to its memory, which RLIMIT_AS
// would not do to a Go program, and lets it write no file and leave no core.
func limitProcess(memory int64) error {
	for resource, most := range map[int]uint64{
		syscall.RLIMIT_DATA:   uint64(memory) + 256<<20, //nolint:gosec // positive; the runtime maps in steps
		syscall.RLIMIT_FSIZE:  0,
		syscall.RLIMIT_CORE:   0,
		syscall.RLIMIT_NOFILE: 16,
	} {
		if err := syscall.Setrlimit(resource, &syscall.Rlimit{Cur: most, Max: most}); err != nil {
			return err
		}
	}
	return nil
}
