//go:build onnx && cgo

package nli

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	ort "github.com/yalue/onnxruntime_go"
)

// environment names the shared library, or the folder that it is in.
const environment = "CROSSCHECK_ONNXRUNTIME"

// loaded is the library that this process has loaded, "" for none yet. It can
// hold one, and can be asked for it from several places at once.
var loaded struct {
	sync.Mutex
	path string
}

// load loads onnxruntime, once, and returns where it was. A failure is not
// kept: the next call tries again.
func load(asked string) (string, error) {
	loaded.Lock()
	defer loaded.Unlock()
	if loaded.path != "" {
		return loaded.path, nil
	}
	path, err := locate(asked)
	if err != nil {
		return "", err
	}
	ort.SetSharedLibraryPath(path)
	if err := ort.InitializeEnvironment(ort.WithLogLevelError()); err != nil {
		return "", fmt.Errorf("loading onnxruntime from %s: %w; hint: version 1.27 is known to work "+
			"(npm install --ignore-scripts onnxruntime-node@1.27.0)", path, err)
	}
	loaded.path = path
	return path, nil
}

// locate finds the library: where it was asked for, and only there, or else in
// the first of the usual places.
func locate(asked string) (string, error) {
	said := "the library that was asked for"
	if asked == "" {
		asked, said = os.Getenv(environment), "$"+environment
	}
	if asked != "" {
		if path := within(asked); path != "" {
			return path, nil
		}
		return "", fmt.Errorf("onnxruntime is not at %s (%s); hint: name the file, or the folder with %s", asked, said, names()[0])
	}
	dirs := places()
	for _, dir := range dirs {
		if path := within(dir); path != "" {
			return path, nil
		}
	}
	return "", fmt.Errorf("onnxruntime was not found; looked for %s in %s; hint: get it by \"npm install --ignore-scripts onnxruntime-node@1.27.0\", or name it by --onnxruntime or $%s",
		names()[0], strings.Join(dirs, ", "), environment)
}

// names are what the library's file is called, likeliest first.
func names() []string {
	switch runtime.GOOS {
	case "darwin":
		return []string{"libonnxruntime.dylib", "libonnxruntime.1.dylib", "libonnxruntime.1.27.0.dylib"}
	case "windows":
		return []string{"onnxruntime.dll"}
	}
	return []string{"libonnxruntime.so.1", "libonnxruntime.so", "libonnxruntime.so.1.27.0"}
}

// within is the library at a path, which may be the file itself, a folder that
// holds it, or one with node_modules; "" for none.
func within(path string) string {
	info, err := os.Stat(path)
	if err != nil {
		return ""
	}
	if info.Mode().IsRegular() {
		return path
	}
	for _, name := range names() {
		for _, inner := range [...]string{name, filepath.Join(packaged(), name), filepath.Join("node_modules", packaged(), name)} {
			file := filepath.Join(path, inner)
			if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() {
				return file
			}
		}
	}
	return ""
}

// packaged is where npm's onnxruntime-node has the library.
func packaged() string {
	machine := map[string]string{"amd64": "x64"}[runtime.GOARCH]
	if machine == "" {
		machine = runtime.GOARCH
	}
	system := map[string]string{"windows": "win32"}[runtime.GOOS]
	if system == "" {
		system = runtime.GOOS
	}
	return filepath.Join("onnxruntime-node", "bin", "napi-v6", system, machine)
}

// places are the usual ones: the system's, beside the program, and last of all
// below the working folder, which need not be the user's own.
func places() []string {
	dirs := []string{"/usr/local/lib", "/usr/lib", "/usr/lib64", "/opt/homebrew/lib"}
	if multi := map[string]string{"amd64": "x86_64-linux-gnu", "arm64": "aarch64-linux-gnu"}[runtime.GOARCH]; multi != "" {
		dirs = append(dirs, filepath.Join("/usr/lib", multi))
	}
	if program, err := os.Executable(); err == nil {
		dirs = append(dirs, filepath.Dir(program))
	}
	if here, err := os.Getwd(); err == nil {
		dirs = append(dirs, filepath.Join(here, "node_modules"))
	}
	return dirs
}
