"""Settings: this laptop's choices and the programmes."""
