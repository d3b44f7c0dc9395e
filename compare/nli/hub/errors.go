package hub

import "errors"

// Why a file could not be had. Errors of this package wrap one of them where one
// fits, or the error of the system.
var (
	ErrUnreachable = errors.New("the hub cannot be reached")
	ErrRefused     = errors.New("the hub refuses it")       // 401, 403: not public, or gated
	ErrMissing     = errors.New("the hub does not have it") // 404, 410
	ErrBusy        = errors.New("the hub is busy")          // 429 or 5xx, to the last attempt
	ErrAnswer      = errors.New("the hub's answer is not what was asked for")
	ErrCut         = errors.New("the connection broke off")
	ErrTooLarge    = errors.New("the file is larger than it may be")
	ErrSum         = errors.New("the checksum does not agree")
)

// Error is a failure, and what can be done about it.
type Error struct {
	Reason string
	Hint   string // "" where nothing can
	Err    error  // nil, or what Is finds
}

// Error is the reason, without the hint.
func (e *Error) Error() string { return e.Reason }

// Unwrap is what failed below.
func (e *Error) Unwrap() error { return e.Err }
