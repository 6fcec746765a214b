package isolate

import "time"

// Limits bound one child. A field that is zero takes its default.
type Limits struct {
	// Time is from start to answer; 30 s.
	Time time.Duration
	// Memory is what the child may have, in bytes; 1 GiB.
	Memory int64
	// Answer is the size of what it may say, in bytes; 64 MiB.
	Answer int64
}

func (l Limits) orDefault() Limits {
	if l.Time <= 0 {
		l.Time = 30 * time.Second
	}
	if l.Memory <= 0 {
		l.Memory = 1 << 30
	}
	if l.Answer <= 0 {
		l.Answer = 64 << 20
	}
	return l
}
