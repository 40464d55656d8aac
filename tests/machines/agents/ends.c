/* A kernel panics when its first process ends. */
int main(void)
{
	return 1;
}
