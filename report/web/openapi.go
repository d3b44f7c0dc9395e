package web

// Document is the desk's OpenAPI document, for whoever serves something beside it.
func Document() []byte {
	data, err := files.ReadFile("openapi.json")
	if err != nil {
		return nil // it is embedded, and a test reads it
	}
	return data
}
