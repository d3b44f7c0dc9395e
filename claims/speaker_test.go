package claims

import "testing"

func TestSurname(t *testing.T) {
	for name, want := range map[string]string{
		"Ann Lee": "Lee", "Tom Hale Jr.": "Hale", "Karl Weiss III": "Weiss", "Lind": "Lind", "the water ministry": "ministry", "": "",
	} {
		if got := (&Speaker{Name: name}).Surname(); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}
