package postgres

import "fmt"

func ExampleName() {
	fmt.Println(Name("postgres://ada:sesame@db.example:5433/desk?sslmode=verify-full"))
	// Output: postgres://ada@db.example:5433/desk
}
