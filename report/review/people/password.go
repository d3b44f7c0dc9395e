package people

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
)

// The cost of a guess: the second of the settings that RFC 9106 (2021), section
// 4, recommends, for where 2 GiB are not at hand.
const (
	passes  = 3
	memory  = 64 << 10 // KiB
	lanes   = 4
	keySize = 32
	salt    = 16
)

// shortest and longest bound a password: the first is NIST SP 800-63B-4's for a
// password that stands alone, the second keeps a page from being hashed.
const shortest, longest = 15, 256

// nobody is the hash of a password that nobody has, so that an unknown name
// takes as long to refuse as a known one.
var nobody = encode(make([]byte, salt), make([]byte, keySize))

// working bounds how many guesses are worked on at once: each takes 64 MiB.
var working = make(chan struct{}, 2)

// hashed is the hash of a password, as it is kept.
func hashed(password string) (string, error) {
	if n := utf8.RuneCountInString(password); n < shortest || len(password) > longest {
		return "", fmt.Errorf("a password has at least %d characters, and at most %d bytes\nhint: four or five words that do not belong together are easy to keep", shortest, longest)
	}
	s := make([]byte, salt)
	rand.Read(s) // never fails
	return encode(s, argon2.IDKey([]byte(password), s, passes, memory, lanes, keySize)), nil
}

// encode writes salt and key in the string form of the Password Hashing
// Competition.
func encode(salt, key []byte) string {
	b := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, memory, passes, lanes, b.EncodeToString(salt), b.EncodeToString(key))
}

// matches reports whether the password is that of the hash.
func matches(ctx context.Context, hash, password string) (bool, error) {
	if len(password) > longest {
		return false, nil
	}
	select {
	case working <- struct{}{}:
		defer func() { <-working }()
	case <-ctx.Done():
		return false, ctx.Err()
	}
	parts := strings.Split(hash, "$")
	if len(parts) != 6 || parts[1] != "argon2id" {
		return false, fmt.Errorf("an account's password is kept in an unknown form")
	}
	var m, t uint32
	var p uint8
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &m, &t, &p); err != nil || m > 4*memory || t == 0 || t > 16 || p == 0 {
		return false, fmt.Errorf("an account's password is kept in an unknown form")
	}
	s, err := base64.RawStdEncoding.DecodeString(parts[4])
	if err != nil {
		return false, fmt.Errorf("an account's password is kept in an unknown form: %w", err)
	}
	key, err := base64.RawStdEncoding.DecodeString(parts[5])
	if err != nil {
		return false, fmt.Errorf("an account's password is kept in an unknown form: %w", err)
	}
	got := argon2.IDKey([]byte(password), s, t, m, p, uint32(len(key)))
	return subtle.ConstantTimeCompare(got, key) == 1, nil
}
