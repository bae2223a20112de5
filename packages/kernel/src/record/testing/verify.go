// Verifies a log with golang.org/x/mod/sumdb alone: nothing of Foedus is used but its files.
//
//	go run verify.go FOLDER LOG_KEYS ENTRY_KEYS OLDER_CHECKPOINT
//
// It opens FOLDER/checkpoint and OLDER_CHECKPOINT as signed notes; proves from the tiles that each entry is in the tree,
// that the tree continues the older one, and that each entry is a note signed by one of ENTRY_KEYS; and prints the size.
// Several keys are joined by commas. It knows nothing of the periods for which they count.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// folder reads tiles. C2SP leaves out the height, which is always 8: tile/8/0/000 is tile/0/000 there.
type folder struct{ path string }

func (f folder) Height() int { return 8 }

func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range tiles {
		bytes, err := os.ReadFile(filepath.Join(f.path, strings.Replace(tile.Path(), "tile/8/", "tile/", 1)))
		if err != nil {
			return nil, err
		}
		data = append(data, bytes)
	}
	return data, nil
}

// verifiers reads keys that are joined by commas.
func verifiers(keys string) (note.Verifiers, string) {
	var list []note.Verifier
	for _, key := range strings.Split(keys, ",") {
		verifier, err := note.NewVerifier(key)
		check(err)
		list = append(list, verifier)
	}
	return note.VerifierList(list...), list[0].Name()
}

// open opens a checkpoint. tlog.ParseTree knows the Go checksum database's origin only, so the lines are read here.
func open(path, keys string) tlog.Tree {
	known, name := verifiers(keys)
	signed, err := os.ReadFile(path)
	check(err)
	opened, err := note.Open(signed, known)
	check(err)
	lines := strings.Split(opened.Text, "\n")
	if lines[0] != name {
		check(fmt.Errorf("origin %q", lines[0]))
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	hash, err := tlog.ParseHash(lines[2])
	check(err)
	return tlog.Tree{N: size, Hash: hash}
}

// entries reads the entry bundles.
func entries(path string, size int64) [][]byte {
	var all [][]byte
	for first := int64(0); first < size; first += 256 {
		tile := tlog.Tile{H: 8, L: 0, N: first / 256, W: 256}
		if size-first < 256 {
			tile.W = int(size - first)
		}
		bundle, err := os.ReadFile(filepath.Join(path, strings.Replace(tile.Path(), "tile/8/0/", "tile/entries/", 1)))
		check(err)
		for len(bundle) > 0 {
			end := 2 + int(binary.BigEndian.Uint16(bundle))
			all = append(all, bundle[2:end])
			bundle = bundle[end:]
		}
	}
	return all
}

func main() {
	path, logKeys, entryKeys, olderPath := os.Args[1], os.Args[2], os.Args[3], os.Args[4]
	tree := open(filepath.Join(path, "checkpoint"), logKeys)
	older := open(olderPath, logKeys)
	// It verifies every tile that it reads against the tree's hash.
	hashes := tlog.TileHashReader(tree, folder{path})

	signers, _ := verifiers(entryKeys)
	all := entries(path, tree.N)
	if int64(len(all)) != tree.N {
		check(fmt.Errorf("%d entries", len(all)))
	}
	for i, entry := range all {
		proof, err := tlog.ProveRecord(tree.N, int64(i), hashes)
		check(err)
		check(tlog.CheckRecord(proof, tree.N, tree.Hash, int64(i), tlog.RecordHash(entry)))
		opened, err := note.Open(entry, signers)
		check(err)
		if !bytes.HasPrefix([]byte(opened.Text), []byte("{")) {
			check(fmt.Errorf("entry %d is no entry", i))
		}
	}

	proof, err := tlog.ProveTree(tree.N, older.N, hashes)
	check(err)
	check(tlog.CheckTree(proof, tree.N, tree.Hash, older.N, older.Hash))

	fmt.Println("verified", tree.N, base64.StdEncoding.EncodeToString(tree.Hash[:]))
	for _, hash := range proof {
		fmt.Println(hash)
	}
}
